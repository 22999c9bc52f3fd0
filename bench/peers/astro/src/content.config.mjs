import { defineCollection, z } from "astro:content";
import { glob } from "astro/loaders";

const posts = defineCollection({
  loader: glob({ pattern: "*.md", base: "./posts" }),
  schema: z.object({
    title: z.string(),
    description: z.string(),
    author: z.string(),
    image: z.string(),
    date: z.date(),
    tags: z.array(z.string()),
  }),
});

export const collections = { posts };
