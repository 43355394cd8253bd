import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import * as z from 'zod/mini'

/** Minified, since each page parses it again. */
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const Findings = z.array(z.string())

/** Adds axe to every page the context opens from now on, which is cheaper than injecting it later. */
export function bringAxe(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(AXE)
}

/** What axe finds on the page now; `rules` by name, or null for all. */
export async function findings(page: Page, rules: readonly string[] | null): Promise<readonly string[]> {
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: { type: 'rule', values: rules } }) }
  const run = `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + failureSummary)))`
  if (!(await page.evaluate('Boolean(window.axe)'))) await page.evaluate(AXE)
  const found: unknown = await page.evaluate(run)
  return Findings.parse(found)
}
