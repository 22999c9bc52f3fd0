import { expect, it } from "vitest";
import { fixes, loadSettings } from "../site-root.ts";

const said = async (...lines: string[]): Promise<string[]> => fixes((await loadSettings(...lines)).problems);

it.each([
  [
    ['embeds: { allow: ["https://tube.numerique.gouv.fr/"] }'],
    "2:19",
    "embeds: { allow: [tube.numerique.gouv.fr] }",
  ],
  [["embeds:", "  allow:", "    - tube.fr/w/x # films"], "4:7", "    - tube.fr # films"],
  [["embeds: { allow: [a.fr, //b.fr] }"], "2:25", "embeds: { allow: [a.fr, b.fr] }"],
  [["embeds: { allow: [vidéo.fr] }"], "2:19", "embeds: { allow: [xn--vido-dpa.fr] }"],
])("%j matches no address: the fix is the host", async (lines, at, hint) => {
  expect(await said(...lines)).toEqual([`${at} error settings → ${hint}`]);
  expect(await said(...lines.with(Number(at.split(":")[0]) - 2, hint))).toEqual([]);
});

it.each(['"*.gouv.fr"', '"https://*.gouv.fr/"', "peertube", '""'])(
  "%s is refused: it names no host",
  async (item) => {
    const hint = "Écrivez le nom de chacun, comme tube.numerique.gouv.fr.";
    expect(await said(`embeds: { allow: [${item}] }`)).toEqual([`2:19 error settings → ${hint}`]);
  },
);

it.each(["Tube.Numerique.gouv.fr", "tube.fr:8443", "localhost:9000"])(
  "%s is accepted as a host",
  async (host) => {
    expect(await said(`embeds: { allow: [${host}] }`)).toEqual([]);
  },
);
