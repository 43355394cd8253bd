import { receive } from '../../worker/delivery/in/receive.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import type { World } from './world.ts'

let written = 0

/** A mail in words to somebody's secret address; without `to`, to the writer's own. */
export async function writes(
  { platform }: World,
  from: Pick<Person, 'name' | 'email'>,
  text: string,
  to: Pick<Person, 'replyAddress'>,
) {
  written += 1
  const raw = `From: ${from.name} <${from.email}>
To: ${to.replyAddress}
Subject: Re: 30 min
Message-ID: <written-${written}@people.example>
Content-Type: text/plain; charset=utf-8

${text}
`
  return receive(platform, { to: to.replyAddress, raw: new TextEncoder().encode(raw), receiver: null })
}
