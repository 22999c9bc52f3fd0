// Lean code gives the same results as Nunjucks' own code, and leaves unchanged what it does not recognize.
import nunjucks from "nunjucks";
import { describe, expect, it } from "vitest";
import { leanCode, leanRuntime, type LeanRuntime } from "../../../src/eleventy/lean-code.ts";
import { RememberedParts } from "../../../src/eleventy/remembered-parts.ts";
import { NUNJUCKS } from "../../../src/eleventy/nunjucks-options.ts";

class Own {
  readonly name = "own";
  say(word: string): string {
    return `${this.name} ${word}`;
  }
}

const DATA = {
  text: `a & b "c" 'd' <e> \\ \``,
  plain: "été",
  number: 0,
  no: false,
  nothing: null,
  list: [{ url: "/a", tags: ["x", "<y>"] }, { url: undefined }, null],
  own: new Own(),
  safe: new nunjucks.runtime.SafeString("<b>"),
  key: "url",
};

const env = new nunjucks.Environment(null, NUNJUCKS);

/** The code that Nunjucks makes of a layout. */
function compiled(text: string): string {
  const wrapper = ([one]: readonly { template: string }[]): string => one?.template ?? "";
  return nunjucks.precompileString(text, {
    name: "a.njk",
    env,
    wrapper: wrapper as unknown as NonNullable<nunjucks.PrecompileOptions["wrapper"]>,
  });
}

function render(text: string, lean: boolean): string {
  const code = compiled(text);
  // Carnet does the same when it is compiled.
  // oxlint-disable-next-line typescript/no-implied-eval
  const make = new Function("lean", lean ? leanCode(code) : code) as (runtime: LeanRuntime) => object;
  const template = new nunjucks.Template(
    { type: "code", obj: make(leanRuntime(new RememberedParts())) } as never,
    env,
    "a.njk",
    true,
  );
  return template.render(DATA);
}

describe("lean code", () => {
  it.each([
    "{{ text }}{{ plain }}{{ number }}{{ no }}{{ nothing }}{{ absent }}{{ absent.more.still }}",
    "{{ safe }}{{ text | safe }}{{ [1, '<'] }}{{ own.name }}{{ own.say('<b>') }}{{ own.say(own.name) }}",
    "{% for one in list %}{{ one.url }}{% for tag in one.tags %}{{ tag }}{{ loop.index }}{% endfor %}{{ one.tags.length }}{% endfor %}",
    "{% set one = list[0] %}{{ one.url }}{{ one[key] }}{{ list[0].tags[1] }}{{ (list | first).url }}",
    "{% macro m(one, more='m') %}{{ one.url }}{{ more }}{% endmacro %}{{ m(list[0]) }}{{ m(list[1], text) }}",
    "{{ plain.length }}{{ list.length }}{{ number.length }}{{ plain.toUpperCase() }}{{ plain.split('t').length }}",
    "{% if list[0].url == '/a' and not list[1].url %}yes{% endif %}{{ ((own.name)) }}{{ 'a)b(' + own.name }}",
    "{% set a = 1 %}{% for one in list %}{% set a = one.url %}{{ a }}{% set b = a %}{% endfor %}{{ a }}{{ b }}",
    "{% set a %}<i>{{ plain }}</i>{% endset %}{{ a }}{% if plain %}{% set a = 2 %}{% set c = 3 %}{% endif %}{{ a }}{{ c }}",
    "{% for one in list %}{% set its = loop %}{{ its.last }}{{ loop.first }}{% endfor %}",
    "{% macro m() %}{{ caller() }}{% endmacro %}{% set a = 1 %}{% call m() %}{% set a = 2 %}{{ a }}{% endcall %}{{ a }}",
    '{% set say = own.say %}{{ say("x") }}{% for key, value in list[0] %}{{ key }}={{ value }}{% endfor %}',
  ])("gives the same result as Nunjucks for %s", (text) => {
    expect(render(text, true)).toBe(render(text, false));
  });

  it("sets only the loop variables that the layout reads", () => {
    const code = leanCode(compiled("{% for one in list %}{{ loop.last }}{% endfor %}"));
    const noted = [...code.matchAll(/lean\.loop\(frame\)\.(\w+) = |frame\.set\("loop\.(\w+)"/g)];
    expect(new Set(noted.map(([, name]) => name))).toEqual(new Set(["last"]));
  });

  it("reads members by constant names through a function each", () => {
    expect(leanCode('runtime.memberLookup((runtime.memberLookup((t_1),"a")),"b")')).toContain(
      "its_b(its_a(t_1))",
    );
    expect(leanCode("runtime.memberLookup((t_1),t_2)")).toBe("runtime.memberLookup((t_1),t_2)");
  });
});
