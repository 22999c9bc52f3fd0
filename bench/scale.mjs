// Logarithmic axes: values → positions, and the round values to label.

/** The position of a value on a logarithmic axis; its middle if the axis has no length. */
export function logarithmic([low, high], [from, to]) {
  if (low === high) return () => (from + to) / 2;
  return (value) => from + ((to - from) * Math.log(value / low)) / Math.log(high / low);
}

/** 1, 2, 5, 10… from at most the smallest value to at least the largest: two or more. */
export function ticksBetween(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const ticks = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++)
    for (const digit of [1, 2, 5]) ticks.push(Number((digit * 10 ** power).toPrecision(1)));
  const first = ticks.findLastIndex((tick) => tick <= low);
  const last = ticks.findIndex((tick) => tick >= high);
  return ticks.slice(first, Math.max(last, first + 1) + 1);
}
