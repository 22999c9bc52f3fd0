// The names that folders of posts usually have, if the configuration of the old blog does not say which one it is.

/** In order of preference. */
export const USUAL = ["posts", "post", "blog", "articles", "article", "news", "actualites", "billets"];

export const isUsualSection = (name: string): boolean => USUAL.includes(name.toLowerCase());
