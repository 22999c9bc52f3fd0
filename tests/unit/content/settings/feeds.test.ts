import { expect, test } from "vitest";
import { load } from "../site-root.ts";

test("a mistyped feeds.ids is reported, with every allowed form and a fix", async () => {
  const site = "title: T\nfeeds: { ids: /blog/:yea/:slug/ }\n";
  const { problems } = await load({ "content/site.yaml": site });
  expect(problems.find(({ code }) => code === "settings")).toMatchObject({
    line: 2,
    column: 15,
    message:
      '« feeds.ids » vaut "/blog/:yea/:slug/" ; il faut une de ces valeurs (address, jekyll) ou une adresse complète (https://…) ou la forme des adresses (/blog/:year/:month/:day/:slug/).',
    hint: "feeds: { ids: /blog/:year/:month/:day/:slug/ }",
  });
});
