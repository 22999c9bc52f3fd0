// Rows of a report → an SVG of build time by number of posts, on two logarithmic axes.
// It contains its own colours, light and dark, and a text description: readers may see it in an <img>.
import { logarithmic, ticksBetween } from "./scale.mjs";

const WIDTH = 760;
const HEIGHT = 460;
const PLOT = { left: 70, right: 570, top: 74, bottom: 400 };
/** Minimum distance between two labels at the ends of lines. */
const LABEL_HEIGHT = 17;

/** Light and dark colours, each readable on its background. */
const COLOURS = {
  carnet: ["#1550a8", "#8ab8ff"],
  hugo: ["#b0251d", "#ff9a8f"],
  eleventy: ["#6a3fa0", "#cfaeff"],
  jekyll: ["#7f5300", "#eab54f"],
  astro: ["#00665a", "#63d6c3"],
  floor: ["#555555", "#b0b0b0"],
};

/** `rows`: those of a report. A generator measured at only one size is a dot. */
export function drawScaling(rows) {
  const series = seriesOf(rows);
  const points = series.flatMap((one) => one.points);
  if (points.length === 0) throw new Error("nothing to draw: no cold build was measured");
  const counts = [...new Set(points.map(({ count }) => count))].sort((a, b) => a - b);
  const ticks = ticksBetween(points.map(({ wall }) => wall));
  const x = logarithmic([counts[0], counts.at(-1)], [PLOT.left + 24, PLOT.right - 24]);
  const y = logarithmic([ticks[0], ticks.at(-1)], [PLOT.bottom, PLOT.top]);
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title desc">`,
    '<title id="title">Time of a build by number of posts</title>',
    `<desc id="desc">${escape(inWords(series))}</desc>`,
    style(),
    `<rect class="ground" width="${WIDTH}" height="${HEIGHT}" rx="6"/>`,
    '<text class="heading" x="24" y="32">Time of a build by number of posts</text>',
    '<text class="note" x="24" y="54">Median wall time, both axes logarithmic; lower is faster. Pages of the others are simpler.</text>',
    ...ticks.map((tick) => horizontal(tick, y(tick))),
    ...counts.map((count) => vertical(count, x(count))),
    `<text class="note" x="${(PLOT.left + PLOT.right) / 2}" y="${HEIGHT - 18}" text-anchor="middle">posts</text>`,
    ...series.map((one) => line(one, { x, y })),
    ...labels(series, { x, y }),
    "</svg>",
  ].join("\n")}\n`;
}

/** Cold builds of each generator, and Carnet's after an edit; the slowest at its largest size first. */
function seriesOf(rows) {
  const plain = rows.filter(({ count, search }) => count !== undefined && !search);
  const series = (name, change, label) => ({
    name,
    label,
    isCold: change === "cold",
    points: plain
      .filter((row) => row.name === name && row.change === change)
      .map(({ count, wall }) => ({ count, wall }))
      .sort((a, b) => a.count - b.count),
  });
  return [
    ...Object.keys(COLOURS).map((name) => series(name, "cold", name === "floor" ? "floor" : `${name}, cold`)),
    series("carnet", "one post edited", "carnet, one edited"),
  ].filter(({ points }) => points.length > 0);
}

function inWords(series) {
  const figures = series.map(
    ({ label, points }) =>
      `${label}: ${points.map(({ count, wall }) => `${grouped(count)} posts ${seconds(wall)}`).join(", ")}`,
  );
  return `Lines of wall time by number of posts, on logarithmic axes. ${figures.join(". ")}.`;
}

function horizontal(tick, y) {
  return `<path class="grid" d="M${PLOT.left} ${round(y)}H${PLOT.right}"/><text class="tick" x="${PLOT.left - 8}" y="${round(y + 4)}" text-anchor="end">${tick} s</text>`;
}

function vertical(count, x) {
  return `<path class="grid" d="M${round(x)} ${PLOT.top}V${PLOT.bottom}"/><text class="tick" x="${round(x)}" y="${PLOT.bottom + 20}" text-anchor="middle">${grouped(count)}</text>`;
}

function line({ name, isCold, points }, { x, y }) {
  const places = points.map(({ count, wall }) => [round(x(count)), round(y(wall))]);
  const way = places.map((place) => place.join(" ")).join("L");
  const dots = places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3.5"/>`);
  return `<g class="${name}${isCold ? "" : " edited"}"><path class="line" d="M${way}"/>${dots.join("")}</g>`;
}

/** A label at the end of each line, moved up or down to avoid overlaps, with a leader to the line if it moved. */
function labels(series, { x, y }) {
  const ends = series
    .map(({ name, label, points }) => ({ name, label, x: x(points.at(-1).count), at: y(points.at(-1).wall) }))
    .sort((a, b) => a.at - b.at);
  let lowest = -Infinity;
  for (const end of ends) lowest = end.y = Math.max(end.at, lowest + LABEL_HEIGHT);
  // Moves labels below the plot back up, pushing those above them.
  let highest = PLOT.bottom;
  for (const end of ends.toReversed()) highest = (end.y = Math.min(end.y, highest)) - LABEL_HEIGHT;
  return ends.map(
    ({ name, label, x: from, at, y: to }) =>
      `<g class="${name}"><path class="leader" d="M${round(from + 6)} ${round(at)}L${PLOT.right + 10} ${round(to)}"/><text class="label" x="${PLOT.right + 14}" y="${round(to + 4)}">${escape(label)}</text></g>`,
  );
}

function style() {
  const colours = (which) =>
    Object.entries(COLOURS)
      .map(([name, pair]) => `.${name}{color:${pair[which]}}`)
      .join("");
  return `<style>
text{font:13px system-ui,sans-serif;fill:#1b1b1b}
.heading{font-size:17px;font-weight:600}.note,.tick{fill:#555}.tick{font-size:12px}
.ground{fill:#fff}.grid{stroke:#e2e2e2;fill:none}
.line{fill:none;stroke:currentColor;stroke-width:2}.carnet .line{stroke-width:3}
.floor .line,.edited .line{stroke-dasharray:6 5}
circle{fill:currentColor}.leader{stroke:currentColor;opacity:.5;fill:none}.label{fill:currentColor}.carnet .label{font-weight:600}
${colours(0)}
@media (prefers-color-scheme:dark){text{fill:#eee}.note,.tick{fill:#b5b5b5}.ground{fill:#16181c}.grid{stroke:#33363c}.label{fill:currentColor}${colours(1)}}
</style>`;
}

function grouped(count) {
  return count.toLocaleString("en-GB");
}

function seconds(value) {
  return `${value < 1 ? value.toFixed(2) : value.toFixed(1)} s`;
}

function round(value) {
  return Math.round(value * 10) / 10;
}

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
