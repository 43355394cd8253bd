import type { SentForm } from '../../actions/sign-in/keep-form.ts'

/** What the page says above a form that came back. */
export type RefillNotice = (about: {
  /** The anchor of the form; null if the page has it no more. */
  readonly anchor: string | null
  /** What found no field. */
  readonly left: readonly string[]
}) => string | Promise<string>

type FoundForm = {
  /** How much of what it is about was sent, less what was not. */
  readonly matched: number
  readonly anchor: string
  /** The folded parts around it, by their place in the page. */
  readonly around: readonly number[]
}

/**
 * A page as it was made, and in it a form that was sent before, with what was typed. Only its fields are filled: nothing
 * is sent without a press. Where the form is gone, the notice gives back the words.
 */
export async function refilled(html: string, sent: SentForm, notice: RefillNotice): Promise<string> {
  const forms = await formsIn(html, sent)
  const best = [...forms].toSorted(([, one], [, other]) => other.matched - one.matched)[0]
  const [at, form] = best ?? [-1, null]
  const filled = form ? await fill(html, sent, { at, form }) : { html, left: typedIn(sent) }
  const shown = await notice({ anchor: form?.anchor ?? null, left: filled.left })
  return new HTMLRewriter()
    .on('main#content', { element: (main) => void main.prepend(shown, { html: true }) })
    .transform(new Response(filled.html))
    .text()
}

/** The id under which a client makes something is new on each page; all else hidden says what the form is about. */
const MADE_ANEW = 'id'

/** The forms of this page to which the sent one may belong, by their place: same address, and about the same thing. */
async function formsIn(html: string, sent: SentForm): Promise<ReadonlyMap<number, FoundForm>> {
  const found = new Map<number, FoundForm>()
  const open: number[] = []
  let forms = -1
  let folded = -1
  const surveyed = new HTMLRewriter()
    .on('details', {
      element(details) {
        folded += 1
        open.push(folded)
        details.onEndTag(() => void open.pop())
      },
    })
    .on('form', {
      element(form) {
        forms += 1
        const isPost = attribute(form, 'method')?.toLowerCase() === 'post'
        if (!isPost || attribute(form, 'action') !== sent.action) return
        found.set(forms, { matched: 0, anchor: attribute(form, 'id') ?? ANCHOR, around: [...open] })
      },
    })
    .on('form input[type="hidden"]', {
      element(input) {
        const name = attribute(input, 'name')
        const form = found.get(forms)
        if (!name || !form || name === MADE_ANEW) return
        const values = sent.fields[name]
        const isSame = values?.includes(attribute(input, 'value') ?? '') ?? false
        if (values && !isSame) found.delete(forms)
        else found.set(forms, { ...form, matched: form.matched + (isSame ? 1 : -1) })
      },
    })
  await surveyed.transform(new Response(html)).text()
  return found
}

const ANCHOR = 'kept-form'

async function fill(
  html: string,
  sent: SentForm,
  { at, form }: { readonly at: number; readonly form: FoundForm },
): Promise<{ readonly html: string; readonly left: readonly string[] }> {
  const left = new Map(Object.entries(sent.fields).map(([name, values]) => [name, [...values]]))
  let forms = -1
  let folded = -1
  let select: string | null = null
  const isInside = () => forms === at
  /** Takes the value that comes next for a field of text. */
  const next = (name: string): string | undefined => left.get(name)?.shift()
  /** Takes a value that was chosen. */
  const take = (name: string, value: string): boolean => {
    const values = left.get(name) ?? []
    const place = values.indexOf(value)
    if (place >= 0) values.splice(place, 1)
    return place >= 0
  }
  const rewritten = new HTMLRewriter()
    .on('details', {
      element(details) {
        folded += 1
        if (form.around.includes(folded)) details.setAttribute('open', '')
      },
    })
    .on('form', {
      element(element) {
        forms += 1
        if (isInside()) element.setAttribute('id', form.anchor)
      },
    })
    .on('form input', {
      element(input) {
        const name = attribute(input, 'name')
        if (!isInside() || !name) return
        const type = attribute(input, 'type')?.toLowerCase() ?? 'text'
        if (type === 'hidden') left.delete(name)
        else if (type === 'checkbox' || type === 'radio')
          mark(input, 'checked', take(name, attribute(input, 'value') ?? 'on'))
        else if (!NO_TEXT.includes(type)) {
          const typed = next(name)
          if (typed !== undefined) input.setAttribute('value', escaped(typed))
        }
      },
    })
    .on('form textarea', {
      element(area) {
        const typed = isInside() ? next(attribute(area, 'name') ?? '') : undefined
        // A parser drops the first line break of a text area.
        if (typed !== undefined) area.setInnerContent(`\n${typed}`)
      },
    })
    .on('form select', {
      element(element) {
        select = isInside() ? attribute(element, 'name') : null
        element.onEndTag(() => {
          select = null
        })
      },
    })
    .on('form select option', {
      element(option) {
        const value = attribute(option, 'value')
        if (select !== null && value !== null && sent.fields[select])
          mark(option, 'selected', take(select, value))
      },
    })
    .on('form button', {
      element(button) {
        const name = attribute(button, 'name')
        if (isInside() && name) left.delete(name)
      },
    })
  const changed = await rewritten.transform(new Response(html)).text()
  return { html: changed, left: wordsOf([...left.values()].flat()) }
}

const NO_TEXT = ['submit', 'button', 'image', 'reset', 'file']

function mark(element: Element, name: 'checked' | 'selected', isSet: boolean): void {
  if (isSet) element.setAttribute(name, '')
  else element.removeAttribute(name)
}

function typedIn({ fields }: SentForm): readonly string[] {
  return wordsOf(Object.values(fields).flat())
}

/** What a person typed: not an id, nor a box that was ticked. */
function wordsOf(values: readonly string[]): readonly string[] {
  const typed = values.map((each) => each.trim()).filter((each) => each !== '' && each !== 'yes')
  return [...new Set(typed)].filter((each) => !/^[a-z]{3}_[0-9A-Za-z_-]{22,60}$/.test(each))
}

/** The parser gives attributes as they are written. */
function attribute(element: Element, name: string): string | null {
  const written = element.getAttribute(name)
  if (written === null) return null
  return written
    .replaceAll('&quot;', '"')
    .replaceAll(/&#0*39;|&apos;/g, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** The parser itself writes quotes as entities. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;')
}
