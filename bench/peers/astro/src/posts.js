import { getCollection } from "astro:content";

export const PER_PAGE = 8;

const posts = (await getCollection("posts")).sort((a, b) => b.data.date.getTime() - a.data.date.getTime());

export const allPosts = () => posts;

export const day = (date) => date.toISOString().slice(0, 10);

export const pathOf = (post) =>
  `${day(post.data.date).replaceAll("-", "/")}/${post.id.slice(11)}`;

export const slug = (tag) =>
  tag.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-");
