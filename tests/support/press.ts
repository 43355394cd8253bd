import type { SignedInBrowser } from './signed-in-browser.ts'

/** Presses the first button on the page with this label, with what stands in its form, and goes where that leads. */
export async function press(browser: SignedInBrowser, page: string, label: string): Promise<Response> {
  const [whole, action = ''] =
    [...page.matchAll(/<form[^>]*action="([^"]+)"[^]*?<\/form>/g)].find(([form]) =>
      form.includes(`>${label}`),
    ) ?? []
  if (!whole) throw new Error(`no button ${label}`)
  const fields = new URLSearchParams()
  for (const [, name = '', value = ''] of whole.matchAll(/name="([\w.]+)" value="([^"]*)"/g))
    fields.append(name, value.replaceAll('&amp;', '&'))
  return browser.post(action, fields)
}

/** The same, and the page after it. */
export async function pressed(browser: SignedInBrowser, page: string, label: string): Promise<string> {
  const answer = await press(browser, page, label)
  if (answer.status !== 303) return answer.text()
  return (await browser.get((answer.headers.get('Location') ?? '').split('#')[0] ?? '')).text()
}
