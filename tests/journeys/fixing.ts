import type { SessionJson, Journey } from './journey.ts'
import { eventIn, type Letter, pick } from './letters.ts'

export type Fixed = { readonly session: SessionJson; readonly toBernard: Letter; readonly toTom: Letter }

/** Sends an offer and lets the assistant pick a time; returns the session and the two invites. */
export async function fixSession(journey: Journey): Promise<Fixed> {
  await journey.offer()
  return pickOne(journey)
}

/** The assistant picks one of the times just sent to her. */
export async function pickOne(journey: Journey, letters?: readonly Letter[]): Promise<Fixed> {
  const { options } = await journey.session()
  const letter = (letters ?? (await journey.newMail())).findLast(({ to }) => to === journey.odile.email)
  if (!letter) throw new Error('the assistant was not asked')

  const page = await pick(letter, options[1])
  if (page.status !== 200) throw new Error(`not picked: ${page.text}`)
  const invites = await journey.newMail()
  const to = ({ email }: Journey['tom']) =>
    invites.find((each) => each.to === email && eventIn(each).method === 'REQUEST')
  const [toBernard, toTom] = [to(journey.bernard), to(journey.tom)]
  if (!toBernard || !toTom) throw new Error('somebody was not invited')
  return { session: await journey.session(), toBernard, toTom }
}

/** Who got what: `REQUEST 1 of <uid>`, or the subject where there is no event. */
export function summaryOf(letters: readonly Letter[]): readonly string[] {
  return letters.map(({ to, event, subject }) =>
    event ? `${to}: ${event.method} ${event.sequence} of ${event.uid}` : `${to}: ${subject}`,
  )
}
