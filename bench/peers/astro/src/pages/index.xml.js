import { allPosts, pathOf } from "../posts";

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export const GET = () => {
  const items = allPosts()
    .slice(0, 20)
    .map(
      (post) =>
        `<item><title>${escape(post.data.title)}</title><link>https://example.org/blog/${pathOf(post)}/</link><description>${escape(post.rendered?.html ?? "")}</description></item>`,
    );
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Blog du programme</title><link>https://example.org/</link><description>Banc d’essai</description>${items.join("\n")}</channel></rss>`,
  );
};
