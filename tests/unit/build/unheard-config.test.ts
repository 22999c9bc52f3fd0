// Calls of Eleventy's that change nothing under Carnet: reported at their line, since nothing else says so.
import { expect, it } from "vitest";
import { unheardConfig } from "../../../src/build/unheard-config.ts";
import { show } from "../../../src/shown-problems.ts";
import { makeSite } from "../../support/site.ts";

const told = (config: string): string[] =>
  show(unheardConfig(makeSite({ ".eleventy.ts": config }).root), { lang: "fr" }).map(
    ({ line, column, severity, code, message }) =>
      `${String(line)}:${String(column)} ${severity} ${code} ${message.split(" ").slice(0, 3).join(" ")}`,
  );

it("reports each call at its place", () => {
  expect(
    told(`/* amendLibrary("md") */
config.setServerOptions({ port: 1 }); // setLibrary("md")
  config.amendLibrary( "md", (md) => md.use(anchor));
config.addExtension("scss", {});
config.setOutputDirectory("https://x/*dist");`),
  ).toEqual([
    "2:8 warn no-effect setServerOptions est sans",
    "3:10 warn no-effect amendLibrary est sans",
    "4:8 warn no-effect addExtension est sans",
    "5:8 warn no-effect setOutputDirectory est sans",
  ]);
});

it("takes no pattern for files, and no address, for the beginning of a comment", () => {
  expect(
    told(`config.addPassthroughCopy("a/**"); config.addExtension("scss", {});
config.addPassthroughCopy('it\\'s//b/**/*.png'); config.addExtension("less", {});
const to = \`https://x/\${path}\`; config.addExtension("styl", {}); // config.addExtension("pug", {})`),
  ).toEqual([
    "1:43 warn no-effect addExtension est sans",
    "2:56 warn no-effect addExtension est sans",
    "3:40 warn no-effect addExtension est sans",
  ]);
});

it.each([
  ["a call that has an effect", 'config.setLibrary("njk", env);'],
  [
    "a template format whose templates the configuration adds",
    'config.addExtension("scss", {}); config.addTemplate("x.scss", "");',
  ],
  [
    "a Markdown library for the render plugin",
    'config.addPlugin(RenderPlugin); config.amendLibrary("md", (md) => md);',
  ],
])("reports nothing for %s", (_, config) => {
  expect(told(config)).toEqual([]);
});

it("reports nothing when there is no configuration", () => {
  expect(unheardConfig(makeSite({}).root)).toEqual([]);
});
