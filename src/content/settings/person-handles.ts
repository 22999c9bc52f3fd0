// `handles` of `people.yaml` that are shown without a link → a warning with the line to write.
import { nearest } from "../../nearest.ts";
import { isWeb } from "../../schemes.ts";
import { ACCOUNT, ACCOUNT_NAME, networkOf, NETWORKS, type Network } from "../signatures/handles.ts";
import type { KnownPerson } from "../schema.ts";
import type { KeyPath } from "../yaml/locate.ts";
import { renamedLine, yamlOf } from "./lines.ts";
import type { SettingsFile } from "./settings-file.ts";

export function checkHandles(people: Readonly<Record<string, KnownPerson>>, loaded: SettingsFile): void {
  for (const [id, { handles }] of Object.entries(people)) {
    const named = new Set(Object.keys(handles).map(networkOf));
    for (const [network, handle] of Object.entries(handles))
      if (handle.trim() !== "" && !isWeb(handle))
        checkHandle([id, "handles", network], handle, { loaded, named });
  }
}

/** `named`: networks of which the person has an account. */
function checkHandle(
  path: KeyPath,
  handle: string,
  { loaded, named }: { loaded: SettingsFile; named: ReadonlySet<Network | undefined> },
): void {
  const written = String(path.at(-1));
  const network = networkOf(written);
  if (network === undefined) {
    const meant = nearest(written, NETWORKS);
    // A key may be written only once.
    const fix =
      meant === undefined || named.has(networkOf(meant))
        ? `${written}: https://…`
        : renamedLine(loaded.text, path, meant);
    loaded.tell("handle/network", path, { network: written, handle, fix }, "key");
  } else if (!ACCOUNT_NAME.test(handle)) loaded.tell("handle/name", path, { handle });
  else if (network === "mastodon" && !ACCOUNT.test(handle)) {
    const account = `@${handle.replace(/^@/, "")}@social.example.org`;
    loaded.tell("handle/server", path, { handle, fix: loaded.lineWith(path, yamlOf(account)) });
  }
}
