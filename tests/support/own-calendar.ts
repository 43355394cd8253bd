import { answerOffer } from '../../worker/actions/offer/answer.ts'
import { offerTimes } from '../../worker/actions/offer/make.ts'
import type { Fetch } from '../../worker/platform.ts'
import { link } from './links.ts'
import { AS_NADIA, CLAUDE, northwind } from './northwind.ts'
import { signedInBrowser } from './signed-in-browser.ts'

/** Northwind, where Claude has had a date, and holds a link to his own page. */
export async function withOwnPage(answer: () => Response) {
  const fetch: Fetch = () => Promise.resolve(answer())
  const world = await northwind({ fetch })
  const first = await offer(world)
  if (!first.ok) throw new Error(first.refusal.reason)
  const none = { kind: 'none', offerId: first.value.offer?.id ?? 'off_' } as const
  await answerOffer(world.platform, first.value.id, none, { id: CLAUDE, door: 'link' })
  const address = await link(world.platform, 'own', first.value, {
    id: CLAUDE,
    email: 'claude@northwind.example',
  })
  const browser = await signedInBrowser(world.platform, null)
  const k = address.split('k=')[1] ?? ''
  return {
    world,
    own: async () => (await browser.get(address)).text(),
    record: async () => (await browser.get(`/own/record?k=${k}`)).text(),
    press: async (fields: Readonly<Record<string, string>>) => {
      const response = await browser.post('/own', { k, ...fields })
      return { status: response.status, text: await response.text() }
    },
  }
}

/** Offers Claude three times. */
export function offer({ platform }: Awaited<ReturnType<typeof northwind>>) {
  const wish = {
    id: platform.newId('off'),
    pairingId: `pai_${'0'.repeat(22)}`,
    minutes: null,
    options: 3,
  } as const
  return offerTimes(platform, wish, AS_NADIA)
}

/** A published calendar with one event, between two UTC times as iCalendar writes them. */
export function calendar(start: string, end: string): Response {
  const event = [`DTSTART:${start}`, `DTEND:${end}`, 'SUMMARY:Dentist']
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', ...event]
  return new Response([...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n'))
}
