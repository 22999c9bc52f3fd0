// A report, and an earlier one of the same machine → both: large sites are measured in separate runs.
// Where both measured something, the new report wins: figures are compared only within one run.

export function withEarlier(report, earlier) {
  if (["processor", "cores"].some((fact) => report.machine[fact] !== earlier.machine?.[fact]))
    throw new Error("the earlier report is of another machine");
  const key = ({ scenario }) => scenario;
  const mine = new Set(report.rows.map(key));
  const counts = new Set(report.dev.map(({ posts }) => posts));
  const rows = [...earlier.rows.filter((row) => !mine.has(key(row))), ...report.rows];
  const dev = [...earlier.dev.filter(({ posts }) => !counts.has(posts)), ...report.dev];
  return {
    ...report,
    machine: { ...report.machine, peers: { ...earlier.machine.peers, ...report.machine.peers } },
    posts: [...new Set([...earlier.posts, ...report.posts])].sort((a, b) => a - b),
    markdown: report.markdown ?? earlier.markdown,
    rows: inOrder(rows),
    dev: dev.sort((a, b) => a.posts - b.posts),
    notRun: report.notRun.filter((one) => earlier.notRun.includes(one)),
  };
}

/** By number of posts, search last; otherwise the order of scenarios and generators stays. */
function inOrder(rows) {
  const rank = ({ count = Infinity, search = false }) => [count === Infinity ? 2 : Number(search), count];
  return [...rows].sort((one, other) => {
    const [a, b] = [rank(one), rank(other)];
    return a[0] - b[0] || (a[1] === b[1] ? 0 : a[1] - b[1]);
  });
}
