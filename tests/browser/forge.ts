// Stand-ins for the forges that the editors' form talks to: one branch of a repository, through what the form uses of the three
// APIs (documented at docs.github.com/graphql, docs.gitlab.com/api, codeberg.org/api/swagger). They refuse and record any other
// request.
import { createHash } from "node:crypto";
import type { BrowserContext, Page } from "playwright-core";

/** The files of a branch, by path, and its commits. */
export class Branch {
  readonly files = new Map<string, Buffer>();
  readonly commits: string[] = ["Premier"];
  /** Requests that were refused: unknown, or without the token. */
  readonly refused: string[] = [];

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    for (const [path, bytes] of Object.entries(files)) this.files.set(path, Buffer.from(bytes));
  }

  get head(): string {
    return digest(this.commits.join("\n"));
  }

  /** Files as `git ls-tree` lists them. */
  get tree(): { type: "blob"; path: string; sha: string; size: number }[] {
    return [...this.files].map(([path, bytes]) => ({
      ...{ type: "blob" as const, path, size: bytes.length },
      sha: digest(Buffer.concat([Buffer.from(`blob ${String(bytes.length)}\0`), bytes])),
    }));
  }

  bytesOf(sha: string): Buffer {
    const { path = "" } = this.tree.find((file) => file.sha === sha) ?? {};
    return this.files.get(path) ?? Buffer.alloc(0);
  }

  commit(message: string, change: (files: Map<string, Buffer>) => void): void {
    change(this.files);
    this.commits.push(message);
  }
}

const digest = (data: string | Buffer): string => createHash("sha1").update(data).digest("hex");

interface Asked {
  method: string;
  /** Path and query, from the root of the API. */
  path: string;
  body: unknown;
}

interface Query<Variables = unknown> {
  query: string;
  variables: Variables;
}

interface GithubCommit {
  branch: { branchName: string };
  expectedHeadOid: string;
  message: { headline: string };
  fileChanges: { additions: { path: string; contents: string }[]; deletions: { path: string }[] };
}

interface GitlabCommit {
  branch: string;
  commit_message: string;
  actions: {
    action: string;
    file_path: string;
    previous_path?: string;
    content: string;
    encoding: "text" | "base64";
  }[];
}

interface ForgejoCommit {
  branch: string;
  message: string;
  files: { operation: string; path: string; from_path?: string; content: string }[];
}

/** Sent as JSON; a buffer is sent as it is; undefined if a forge has no answer. */
type Answer = unknown;

export interface Forge {
  /** The setting `forge` of the site. */
  name: string;
  /** The setting `repository` of the site. */
  repository: string;
  /** Addresses at which its API begins. */
  roots: readonly string[];
  /** How a token must be sent. */
  scheme: "token" | "Bearer";
  answer(branch: Branch, asked: Asked): Answer;
}

export const TOKEN = "jeton-de-test";

/** Answers a page's requests to a forge from a branch. */
export async function standIn(page: Page, forge: Forge, branch: Branch): Promise<void> {
  const root = (url: string): string | undefined => forge.roots.find((one) => url.startsWith(one));
  await page.route(
    (url) => root(url.href) !== undefined,
    async (route) => {
      const request = route.request();
      const path = request.url().slice(root(request.url())?.length);
      const asked = { method: request.method(), path, body: request.postDataJSON() as unknown };
      const isKnown = (await request.headerValue("authorization")) === `${forge.scheme} ${TOKEN}`;
      const answer = isKnown ? forge.answer(branch, asked) : undefined;
      const headers = { "access-control-allow-origin": "*" };
      if (answer === undefined) branch.refused.push(`${asked.method} ${path} ${request.postData() ?? ""}`);
      if (answer === undefined) await route.fulfill({ status: isKnown ? 404 : 401, headers, json: {} });
      else if (Buffer.isBuffer(answer))
        await route.fulfill({ headers, contentType: "application/octet-stream", body: answer });
      else await route.fulfill({ headers, json: answer });
    },
  );
}

/**
 * Emulates the window in which a forge, or a service that signs editors in to GitHub, asks whether the form may have a token.
 * It sends the token to the form as a message, or redirects to the form's page, which exchanges a code for it.
 */
export async function signer(context: BrowserContext, origin: string): Promise<void> {
  await context.route(`${origin}/**`, async (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    if (pathname.startsWith("/api/")) return route.fallback();
    const headers = { "access-control-allow-origin": "*" };
    const sent = route.request().postDataJSON() as { code?: string; code_verifier?: string } | null;
    if (sent) return route.fulfill({ headers, json: sent.code === "code" ? { access_token: TOKEN } : {} });
    const back = new URL(searchParams.get("redirect_uri") ?? origin);
    back.searchParams.set("code", "code");
    back.searchParams.set("state", searchParams.get("state") ?? "");
    const given = JSON.stringify(`authorization:github:success:${JSON.stringify({ token: TOKEN })}`);
    const link =
      pathname === "/auth"
        ? `<script>addEventListener("message", ({ origin }) => opener.postMessage(${given}, origin))</script>
<button onclick='opener.postMessage("authorizing:github", "*")'>Autoriser</button>`
        : `<a href="${back.href.replaceAll("&", "&amp;")}">Autoriser</a>`;
    return route.fulfill({ contentType: "text/html", body: `<title>Forge</title>${link}` });
  });
}

const NOW = "2026-06-01T12:00:00Z";
const EDITOR = { id: 7, name: "Camille", email: "camille@example.org", avatar_url: "" };

/** REST below the root of the API, GraphQL beside it. */
export function github(origin: string): Forge {
  const isPublic = origin === "https://github.com";
  return {
    name: "github",
    repository: `${origin}/programme/blog`,
    roots: isPublic ? ["https://api.github.com"] : [`${origin}/api/v3`, `${origin}/api`],
    scheme: "token",
    answer: (branch, { method, path, body }) => {
      if (path === "/graphql") return { data: githubData(branch, body as Query<{ input: GithubCommit }>) };
      if (path === "/user") return { ...EDITOR, login: "camille", html_url: `${origin}/camille` };
      if (path === "/repos/programme/blog/collaborators/camille") return {};
      const [, kind, sha = ""] = /^\/repos\/programme\/blog\/git\/(trees|blobs)\/(\w+)/.exec(path) ?? [];
      if (method === "GET" && kind === "trees") return { tree: branch.tree };
      return kind === "blobs" ? branch.bytesOf(sha) : undefined;
    },
  };
}

function githubData(branch: Branch, { query, variables }: Query<{ input: GithubCommit }>): unknown {
  if (query.includes("createCommitOnBranch")) return githubCommit(branch, query, variables.input);
  const parts = [...query.matchAll(/(\w+_\d+):\s+(?:object\(oid: "(\w+)"\)|ref\()/g)];
  const history = { nodes: [{ oid: branch.head, message: branch.commits.at(-1), ...AUTHOR }] };
  const ref = { target: { oid: branch.head, history } };
  if (parts.length === 0) return { repository: { ref, defaultBranchRef: { name: "main" } } };
  const found = parts.map(([, name = "", sha]): [string, unknown] => [
    name,
    sha === undefined ? ref : { text: branch.bytesOf(sha).toString(), isTruncated: false },
  ]);
  return { repository: Object.fromEntries(found) };
}

const AUTHOR = { author: { name: "Camille", email: "camille@example.org", user: null }, committedDate: NOW };

function githubCommit(branch: Branch, query: string, input: GithubCommit): unknown {
  if (input.expectedHeadOid !== branch.head || input.branch.branchName !== "main") return undefined;
  branch.commit(input.message.headline, (files) => {
    for (const { path } of input.fileChanges.deletions) files.delete(path);
    for (const { path, contents } of input.fileChanges.additions)
      files.set(path, Buffer.from(contents, "base64"));
  });
  const shas = [...query.matchAll(/(file_\d+): file\(path: "([^"]+)"\)/g)].map(
    ([, name = "", path]): [string, unknown] => [
      name,
      { oid: branch.tree.find((file) => file.path === path)?.sha },
    ],
  );
  return {
    createCommitOnBranch: {
      commit: { oid: branch.head, committedDate: NOW, ...Object.fromEntries(shas) },
    },
  };
}

export function gitlab(origin: string): Forge {
  return {
    name: "gitlab",
    repository: `${origin}/etat/programme/blog`,
    roots: [`${origin}/api/v4`, `${origin}/api`],
    scheme: "Bearer",
    answer: (branch, { method, path, body }) => {
      if (path === "/graphql")
        return { data: { project: { repository: gitlabData(branch, body as Query<{ paths: string[] }>) } } };
      if (path === "/user") return { ...EDITOR, username: "camille", web_url: `${origin}/camille` };
      const [, rest = ""] = /^\/projects\/etat%2Fprogramme%2Fblog(\/.*)/.exec(path) ?? [];
      if (rest.startsWith("/users?")) return [EDITOR];
      if (rest === "/repository/branches/main") return { commit: { id: branch.head } };
      if (method === "GET" && /^\/(?:repository\/commits\/\w+\/statuses|deployments)\b/.test(rest)) return [];
      const shown = /^\/repository\/files\/([^/]+)\/raw\?/.exec(rest)?.[1];
      if (shown !== undefined) return branch.files.get(decodeURIComponent(shown));
      if (method !== "POST" || rest !== "/repository/commits") return undefined;
      return gitlabCommit(branch, body as GitlabCommit);
    },
  };
}

function gitlabData(branch: Branch, { query, variables }: Query<{ paths: string[] }>): unknown {
  if (query.includes("rootRef")) return { rootRef: "main" };
  if (query.includes("lastCommit"))
    return { tree: { lastCommit: { sha: branch.head, message: branch.commits.at(-1) } } };
  if (query.includes("rawTextBlob")) {
    const texts = variables.paths.map((path) => branch.files.get(path)?.toString());
    return { blobs: { nodes: texts.map((rawTextBlob) => ({ rawTextBlob })) } };
  }
  const pageInfo = { endCursor: "", hasNextPage: false };
  return query.includes("blobs(after") ? { tree: { blobs: { nodes: branch.tree, pageInfo } } } : undefined;
}

function gitlabCommit(branch: Branch, { branch: name, commit_message, actions }: GitlabCommit): unknown {
  if (name !== "main") return undefined;
  branch.commit(commit_message, (files) => {
    for (const { action, file_path, previous_path = file_path, content, encoding } of actions) {
      if (action === "move") files.delete(previous_path);
      if (action === "delete") files.delete(file_path);
      else files.set(file_path, Buffer.from(content, encoding === "text" ? "utf8" : "base64"));
    }
  });
  return { id: branch.head, committed_date: NOW };
}

export function forgejo(origin: string): Forge {
  return {
    name: "forgejo",
    repository: `${origin}/programme/blog`,
    roots: [`${origin}/api/v1`],
    scheme: "token",
    answer: (branch, { method, path, body }) => {
      if (path === "/version") return { version: "13.0.3+gitea-1.22.0" };
      if (path === "/settings/api") return { default_paging_num: 30, max_response_items: 50 };
      if (path === "/user") return { ...EDITOR, full_name: "Camille", login: "camille" };
      const [, rest = path] = /^\/repos\/programme\/blog(.*)/.exec(path) ?? [];
      if (rest === "") return { permissions: { pull: true, push: true }, default_branch: "main" };
      if (rest === "/branches/main") return { commit: { id: branch.head, message: branch.commits.at(-1) } };
      if (rest.startsWith("/git/trees/")) return { tree: branch.tree, truncated: false };
      const shown = /^\/media\/main\/(.+)/.exec(rest)?.[1];
      if (shown !== undefined) return branch.files.get(decodeURIComponent(shown));
      const shas = /^\/git\/blobs\?shas=(.+)/.exec(rest)?.[1]?.split(",");
      if (shas)
        return shas.map((sha) => ({
          ...{ sha, encoding: "base64", content: branch.bytesOf(sha).toString("base64") },
        }));
      return method === "POST" && rest === "/contents"
        ? forgejoCommit(branch, body as ForgejoCommit)
        : undefined;
    },
  };
}

function forgejoCommit(branch: Branch, { branch: name, message, files }: ForgejoCommit): unknown {
  if (name !== "main") return undefined;
  branch.commit(message, (all) => {
    for (const { operation, path, from_path = path, content } of files) {
      all.delete(from_path);
      if (operation === "delete") all.delete(path);
      else all.set(path, Buffer.from(content, "base64"));
    }
  });
  const saved = files.map((one) => branch.tree.find(({ path }) => path === one.path));
  return { commit: { sha: branch.head, created: NOW }, files: saved };
}
