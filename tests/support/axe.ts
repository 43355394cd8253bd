import axe from 'axe-core'
import type { Page } from 'playwright-core'
import * as z from 'zod/mini'

const Findings = z.array(z.string())

/** What axe finds on a page as it stands; `rules` by name, or null for all. */
export async function findings(page: Page, rules: readonly string[] | null): Promise<readonly string[]> {
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: { type: 'rule', values: rules } }) }
  const run = `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + failureSummary)))`
  const found: unknown = await page.evaluate(
    `(window.axe ? Promise.resolve() : Promise.resolve().then(() => { ${axe.source} })).then(() => ${run})`,
  )
  return Findings.parse(found)
}
