// Texts of a megabyte, the most that a text may have: each ends within ten seconds of processor time.
import { expect, it } from "vitest";
import { render } from "./support.ts";

const filled = (piece: string): string => piece.repeat(Math.floor(1_000_000 / piece.length));
const row = (cell: string): string => `|${cell.repeat(1000)}\n`;

it.each([
  ...["**a *a ", "[a](", "![a](", "![", "[^", "^[", "<b>", "# a\n", "<svg>\n", "> ", "- a\n", "a@b.fr "].map(
    (piece) => [JSON.stringify(piece), filled(piece)],
  ),
  ["a table of 1,000 columns", row(" a |") + row("---|") + row(" a |").repeat(240)],
])("%s", (_title, body) => {
  const before = process.cpuUsage();
  render(body);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(10);
});
