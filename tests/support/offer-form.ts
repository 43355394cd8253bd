import { type Answer, type Client } from './client.ts'
import { submitted } from './forms.ts'

type Fields = Readonly<Record<string, string>>

/** The offer's page as somebody without script has it: its fields, its times, and a way to press its buttons. */
export type OfferForm = {
  readonly status: number
  readonly html: string
  readonly fields: Fields
  /** The starts that are shown, as instants in text. */
  readonly times: readonly string[]
  readonly hasSend: boolean
  readonly press: (button: string, typed?: Fields) => Promise<OfferForm>
  readonly send: (typed?: Fields) => Promise<Answer>
}

export async function openOffer(client: Client, pairingId: string, query = ''): Promise<OfferForm> {
  return formOf(client, pairingId, await client.get(`/pairings/${pairingId}/offer${query}`))
}

export function formOf(client: Client, pairingId: string, { status, body }: Answer): OfferForm {
  const html = String(body)
  const form = /<form[^>]*id="offering".*?<\/form>/s.exec(html)?.[0] ?? ''
  const fields = fieldsIn(form)
  const to = `/pairings/${pairingId}/offers`
  const press = async (button: string, typed: Fields = {}) => {
    if (!form.includes(`value="${button}"`)) throw new Error(`no button ${button}`)
    return formOf(client, pairingId, await submitted(client, to, { ...fields, ...typed, do: button }))
  }
  return {
    ...{ status, html, fields, press },
    times: (fields['times'] ?? '').split(',').filter(Boolean).toSorted(),
    hasSend: form.includes('Hold these times and send'),
    send: (typed = {}) => submitted(client, to, { ...fields, ...typed }),
  }
}

function fieldsIn(form: string): Fields {
  const inputs = Array.from(form.matchAll(/<input[^>]*>/g), ([tag]) => [
    attribute(tag, 'name'),
    attribute(tag, 'value'),
  ])
  const areas = Array.from(
    form.matchAll(/(<textarea[^>]*>)(.*?)<\/textarea>/gs),
    ([, tag = '', text = '']) => [attribute(tag, 'name'), unescaped(text.trim())],
  )
  const selects = Array.from(form.matchAll(/(<select[^>]*>)(.*?)<\/select>/gs), ([, tag = '', list = '']) => [
    attribute(tag, 'name'),
    attribute(/<option[^>]* selected[^>]*>/.exec(list)?.[0] ?? '', 'value'),
  ])
  return Object.fromEntries([...inputs, ...areas, ...selects])
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
}
