// `carnet dev` as a user starts it, with a browser that opens its pages.
import { spawn, type ChildProcess } from "node:child_process";
import type { Page } from "playwright-core";
import { expect, onTestFinished, vi } from "vitest";
import { CARNET, type TestSite } from "../support/site.ts";
import { browser } from "./browser.ts";

export interface Dev {
  url: string;
  pid: number;
  /** What the terminal shows so far. */
  said(): string;
  /** Sends a signal, as the terminal does, and waits for the end. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `carnet dev` as a user would, on a port chosen by the system. */
export async function startDev(site: TestSite, args: readonly string[] = []): Promise<Dev> {
  const child: ChildProcess = spawn(
    process.execPath,
    [CARNET, "dev", "--port", "0", "--now", "2026-06-01T12:00:00Z", ...args],
    // In its own process group: Ctrl+C reaches the whole group, and processes that remain can be found.
    {
      detached: true,
      cwd: site.root,
      env: { PATH: process.env["PATH"] ?? "", HOME: site.root, LANG: "fr_FR.UTF-8" },
    },
  );
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", resolve);
  });
  onTestFinished(async () => {
    if (child.exitCode === null) child.kill("SIGKILL");
    await ended;
  });
  const address = /http:\/\/localhost:\d+\S*/;
  const shown = vi.waitFor(
    () => {
      expect(text).toMatch(address);
    },
    { timeout: 10_000 },
  );
  await Promise.race([ended, shown]);
  return {
    url: address.exec(text)?.[0].replace("localhost", "127.0.0.1") ?? `no address: ${text}`,
    pid: child.pid ?? 0,
    said: () => text,
    end: (signal) => {
      process.kill(-(child.pid ?? 0), signal);
      return ended;
    },
  };
}

/** True if a process is alive, or, for a negative number, any process of the group. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export async function open(url: string): Promise<Page> {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(url);
  return page;
}

export const overlayOf = (page: Page): ReturnType<Page["getByRole"]> => page.getByRole("alert");

/** A post as editors write them: authors and roles in one line, headings in bold, a video as its host gives it. */
export const BILAN = `---
title: Bilan de mi-parcours
author: Ana Diallo, développeuse et Bao Nguyen, designer
description: Ce que deux équipes ont appris en six mois, et ce qu’elles feront ensuite.
layout: post
tags:
- Bilan
image: /img/absente.jpg
---

Six mois après le départ, deux équipes racontent.

## **Ce qui marche**

<iframe frameborder="0" width="760" height="480" src="https://www.dailymotion.com/video/x7zgtds" allowfullscreen></iframe>

## **Ce qui reste à faire**

* Écrire
* Publier
`;
export const BILAN_FILE = "content/posts/2026-04-01-bilan.md";
