import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { screenshotFolder } from "../paths.ts";

const deadlineMs = 60_000;

export interface OpenOptions {
  readonly lab?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
  /** Before the page loads: to listen, or to set something up. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** The lab page in a real browser, in a profile of its own, driven as a learner would: by keys and clicks. */
export class LabPage {
  readonly page: Page;
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
  }

  static async open(browser: Browser, address: string, options: OpenOptions = {}): Promise<LabPage> {
    const context = await browser.newContext({
      viewport: options.viewport ?? { width: 1440, height: 900 },
      colorScheme: options.colorScheme ?? "light",
    });
    return LabPage.#openIn(context, address, options);
  }

  /** Another page of the same profile: it finds what this one has stored. */
  another(address: string, options: OpenOptions = {}): Promise<LabPage> {
    return LabPage.#openIn(this.#context, address, options);
  }

  static async #openIn(context: BrowserContext, address: string, options: OpenOptions): Promise<LabPage> {
    const page = await context.newPage();
    await options.prepare?.(page);
    await page.goto(`${address}#/lab/${options.lab ?? "uts-time"}`);
    return new LabPage(context, page);
  }

  /** Until the prompt stands in the terminal and the first look is done. */
  async ready(): Promise<this> {
    await this.shows("root@lab");
    await this.page
      .locator('[data-testid^="step-"][data-status="fail"]')
      .first()
      .waitFor({ state: "attached", timeout: deadlineMs });
    return this;
  }

  async type(text: string): Promise<void> {
    await this.page.locator('[data-testid^="terminal-"]:visible .xterm-helper-textarea').first().focus();
    await this.page.keyboard.type(text);
  }

  async terminal(): Promise<string> {
    return this.page.locator(".xterm-rows:visible").first().innerText();
  }

  /** Waits until the terminal's visible part holds the text. */
  async shows(text: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>(".xterm-rows")].some(
          (rows) => rows.offsetParent !== null && rows.textContent.includes(wanted),
        ),
      text,
      {
        timeout: deadlineMs,
        polling: "raf",
      },
    );
  }

  async stepIs(step: string, status: string): Promise<void> {
    await this.page
      .locator(`[data-testid="step-${step}"][data-status="${status}"]`)
      .waitFor({ state: "attached", timeout: deadlineMs });
  }

  async stepIsNot(step: string, status: string): Promise<void> {
    await this.page
      .locator(`[data-testid="step-${step}"]:not([data-status="${status}"])`)
      .waitFor({ state: "attached", timeout: deadlineMs });
  }

  /** Keeps the page as it looks now as `.cache/screenshots/<name>.png`; for people, nothing is compared. */
  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: path.join(screenshotFolder, `${name}.png`), animations: "disabled" });
  }

  /** What a person would look at when something went wrong: a screenshot, and what the terminals say. */
  async describe(name: string): Promise<string> {
    await this.screenshot(name);
    const terminals = await this.page.locator(".xterm-rows").allInnerTexts();
    return [`${this.page.url()}, see .cache/screenshots/${name}.png`, ...terminals].join("\n");
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}
