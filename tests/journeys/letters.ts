import { env } from 'cloudflare:workers'

import { mailboxOf } from '../../worker/delivery/mailer/capture.ts'
import { listCaptured } from '../../worker/http/dev/captured.ts'
import type { ShownEvent } from '../../worker/http/dev/event.ts'
import { decodedMail } from '../../worker/http/dev/readable.ts'
import { type CalendarAnswer, writeReply } from '../../worker/http/dev/reply.ts'
import { at } from '../support/times.ts'
import { receive, visit } from '../support/worker.ts'

/** A mail as its reader sees it. */
export type Letter = {
  readonly id: number
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly event: ShownEvent | null
  readonly raw: string
  /** The first link to one of our pages: `answer` or `log`, with the choice it carries. */
  readonly link: (path: string, choice?: string) => string
}

/** Mails handed to the mail port after that id, oldest first. */
export async function lettersAfter(id: number): Promise<readonly Letter[]> {
  const mails = await listCaptured(mailboxOf(env), id)
  return Promise.all(
    mails.map(async (mail) => {
      const { text, event } = await decodedMail(mail.raw)
      return { ...mail, text, event, link: (path: string, choice = '') => linkIn(text, path, choice) }
    }),
  )
}

export function eventIn({ event, subject }: Letter): ShownEvent {
  if (!event) throw new Error(`no event in “${subject}”`)
  return event
}

type Posting = {
  /** The sender's address; by default the attendee's. */
  readonly from?: string
  readonly now: string
  readonly messageId?: string
  readonly sequence?: number
}

/** Answers the invite as its reader's calendar would, by mail. */
export async function answer(
  letter: Letter,
  said: CalendarAnswer,
  { from, now, messageId, sequence }: Posting,
): Promise<void> {
  const event = eventIn(letter)
  if (!event.time) throw new Error('an event without a time is not answered')
  const sender = from ?? event.attendee.address
  const answered = {
    ...event,
    time: event.time,
    organizer: event.organizer.address,
    sequence: sequence ?? event.sequence,
  }
  const raw = writeReply(answered, said, {
    at: at(now),
    messageId: messageId ?? `<${crypto.randomUUID()}@calendar.example>`,
  })
  const signed = from ? raw.replace(/^From: .*(?:\r\n .*)?/, `From: ${from}`) : raw
  await receive({ from: sender, to: event.organizer.address, raw: signed })
}

export type Page = { readonly status: number; readonly text: string; readonly html: string }

/** Opens a link, which changes nothing. */
export async function open(link: string): Promise<Page> {
  return pageOf(await visit(link))
}

/** Presses the page's button: posts what its form would send. */
export async function press(link: string, fields: Readonly<Record<string, string>>): Promise<Page> {
  const url = new URL(link)
  const body = new URLSearchParams({ k: url.searchParams.get('k') ?? '', ...fields })
  return pageOf(await visit(url.pathname, { method: 'POST', body, headers: { Origin: env.ORIGIN } }))
}

/** Opens an option's link and confirms. */
export async function pick(letter: Letter, option: { readonly id: string } | undefined): Promise<Page> {
  if (!option) throw new Error('no such option')
  return press(letter.link('answer', option.id), { choice: option.id })
}

function linkIn(text: string, path: string, choice: string): string {
  const links = text.match(/https:\/\/[^\s<>]+/g) ?? []
  const found = links.find((link) => new URL(link).pathname === `/${path}` && link.includes(choice))
  if (!found) throw new Error(`no link to ${path} ${choice} in: ${text}`)
  return found
}

async function pageOf(response: Response): Promise<Page> {
  const html = await response.text()
  return { status: response.status, html, text: textOf(html) }
}

function textOf(html: string): string {
  return html
    .replace(/<(?:script|style|head)[\s\S]*?<\/(?:script|style|head)>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
