// Any address on a host that the site allows → a frame of that address, over HTTPS.
// This provider is tried last, since the others know better addresses for the same hosts.
import type { Provider } from "./types.ts";

export const generic: Provider = {
  name: "generic",
  match(url, { allow }) {
    if (!allow.includes(url.host)) return undefined;
    const secure = `https://${url.host}${url.pathname}${url.search}${url.hash}`;
    return {
      provider: url.host,
      kind: "page",
      embedUrl: secure,
      playUrl: secure,
      watchUrl: secure,
      hosts: [url.host],
      features: [],
      shape: "page",
    };
  },
};
