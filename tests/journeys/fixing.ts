import { eventIn, type Letter, pick } from './letters.ts'
import type { SessionJson, Stage } from './stage.ts'

export type Fixed = { readonly session: SessionJson; readonly toBernard: Letter; readonly toTom: Letter }

/** Times go out and the assistant takes one: the session, and the two invites. */
export async function fix(stage: Stage): Promise<Fixed> {
  await stage.offer()
  return pickOne(stage)
}

/** The assistant takes one of the times she was just sent. */
export async function pickOne(stage: Stage, letters?: readonly Letter[]): Promise<Fixed> {
  const { options } = await stage.session()
  const letter = (letters ?? (await stage.newMail())).findLast(({ to }) => to === stage.odile.email)
  if (!letter) throw new Error('the assistant was not asked')

  const page = await pick(letter, options[1])
  if (page.status !== 200) throw new Error(`not picked: ${page.text}`)
  const invites = await stage.newMail()
  const to = ({ email }: Stage['tom']) =>
    invites.find((each) => each.to === email && eventIn(each).method === 'REQUEST')
  const [toBernard, toTom] = [to(stage.bernard), to(stage.tom)]
  if (!toBernard || !toTom) throw new Error('somebody was not invited')
  return { session: await stage.session(), toBernard, toTom }
}

/** Who got what: `REQUEST 1 of <uid>`, or the subject where there is no event. */
export function told(letters: readonly Letter[]): readonly string[] {
  return letters.map(({ to, event, subject }) =>
    event ? `${to}: ${event.method} ${event.sequence} of ${event.uid}` : `${to}: ${subject}`,
  )
}
