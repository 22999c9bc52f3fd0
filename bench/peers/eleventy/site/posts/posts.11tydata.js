export default {
  layout: "post.njk",
  permalink: ({ page }) => `/blog/${page.date.toISOString().slice(0, 10).replaceAll("-", "/")}/${page.fileSlug}/`,
};
