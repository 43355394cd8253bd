import { readParts } from '../../delivery/in/read-parts.ts'
import { readEvent, type ShownEvent } from './event.ts'

/** A mail as a mail program shows it. */
export type Readable = {
  readonly text: string
  /** Only a few known elements, without styles, scripts or handlers. */
  readonly html: string | null
  readonly event: ShownEvent | null
  readonly calendar: string | null
}

export async function decodedMail(raw: string): Promise<Readable> {
  const { email, text, calendars } = await readParts(new TextEncoder().encode(raw))
  const calendar = calendars[0]?.text ?? null
  return {
    text,
    html: email.html ? await plainHtml(email.html) : null,
    event: calendar ? readEvent(calendar) : null,
    calendar,
  }
}

const ALLOWED_TAGS = new Set(['p', 'a', 'b', 'strong', 'em', 'br', 'ul', 'li'])
const REMOVED_TAGS = new Set(['script', 'style', 'title', 'head', 'iframe', 'object', 'svg', 'form'])

/** What a strict mail program keeps of a page: text and links. */
async function plainHtml(html: string): Promise<string> {
  const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html
  const rewriter = new HTMLRewriter().on('*', {
    element(element) {
      const name = element.tagName.toLowerCase()
      if (REMOVED_TAGS.has(name)) element.remove()
      else if (!ALLOWED_TAGS.has(name)) element.removeAndKeepContent()
      else withoutAttributes(element)
    },
    comments: (comment) => void comment.remove(),
  })
  return rewriter.transform(new Response(body)).text()
}

function withoutAttributes(element: Element): void {
  const href = element.getAttribute('href')
  for (const [name] of [...element.attributes]) if (name) element.removeAttribute(name)
  if (href && /^(?:https?|mailto):/i.test(href)) element.setAttribute('href', href)
}
