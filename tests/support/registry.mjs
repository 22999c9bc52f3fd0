// `node registry.mjs TARBALL`: a registry of npm that has this package; for all others it sends to the public one. Prints its address.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const tarball = readFileSync(process.argv[2]);
const [, name, version] = /([a-z-]+)-(\d.*)\.tgz$/.exec(process.argv[2]);
const { dependencies, bin, peerDependenciesMeta, peerDependencies } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
);
const server = createServer(({ url, headers }, response) => {
  if (url.endsWith(".tgz") && url.startsWith(`/${name}/`)) return response.end(tarball);
  if (url !== `/${name}`)
    return response.writeHead(302, { location: `https://registry.npmjs.org${url}` }).end();
  const dist = {
    tarball: `http://${headers.host}/${name}/-/${name}-${version}.tgz`,
    integrity: `sha512-${createHash("sha512").update(tarball).digest("base64")}`,
  };
  const packed = { name, version, dependencies, bin, peerDependencies, peerDependenciesMeta, dist };
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ name, "dist-tags": { latest: version }, versions: { [version]: packed } }));
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));
