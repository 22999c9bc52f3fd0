// Plain Eleventy 3 with Nunjucks layouts and its own Markdown, as in its documentation for a blog.
const PER_PAGE = 8;

export default function (config) {
  config.addPassthroughCopy({ public: "." });
  config.addCollection("posts", (api) => api.getFilteredByGlob("site/posts/*.md").reverse());
  config.addCollection("tagPages", (api) => {
    const byTag = new Map();
    for (const post of api.getFilteredByGlob("site/posts/*.md").reverse())
      for (const tag of post.data.tags ?? []) byTag.set(tag, [...(byTag.get(tag) ?? []), post]);
    return [...byTag].sort().flatMap(([tag, posts]) => {
      const total = Math.ceil(posts.length / PER_PAGE);
      return Array.from({ length: total }, (_, page) => ({
        tag,
        page,
        total,
        posts: posts.slice(page * PER_PAGE, (page + 1) * PER_PAGE),
      }));
    });
  });
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  return {
    dir: { input: "site", includes: "../_includes", output: process.env.OUT },
    markdownTemplateEngine: false,
  };
}
