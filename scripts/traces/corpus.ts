import { chanceOf } from '../simulating/random.ts'
import { oneOf, shuffled, weighted } from './draw.ts'
import { eventExamples } from './event-features.ts'
import { type Habits, habitsOf, namesOf, somebody } from './habits.ts'
import { mailExamples } from './mail-features.ts'
import { ordinaryMails, type Span } from './ordinary.ts'
import { type RawMail, readBox } from './read-mails.ts'
import type { Box, Example, Owner, SeenEvent } from './seen.ts'

/** Somebody in a lived programme, and what Sotto wrote to him. */
export type Participant = { readonly id: string; readonly owner: Owner; readonly mails: readonly RawMail[] }

/** A box with the habits that made its ordinary part. */
export type Kept = { readonly box: Box; readonly habits: Habits }

/** Calendars and mailboxes of people in whose life there is no Sotto. */
export function ordinaryBoxes(seed: number, count: number, span: Span): readonly Kept[] {
  return Array.from({ length: count }, (_, index) => {
    const chance = chanceOf(seed, `ordinary ${index}`)
    const domain = `${oneOf(chance, ['alder', 'birch', 'cedar', 'northgate', 'elm'])}.example`
    const zone = oneOf(chance, ['Europe/Paris', 'Europe/Paris', 'America/New_York'])
    const { name, address } = somebody(chance, domain)
    const owner = { name, address: address.replace('@', `${index}@`), zone }
    const language = weighted(chance, [
      [60, 'en'],
      [25, 'fr'],
      [15, 'de'],
    ])
    const habits = habitsOf(chance, owner, language)
    const about = { id: `ordinary ${index}`, owner, isParticipant: false }
    return { box: readBox(about, ordinaryMails(chance, habits, span)), habits }
  })
}

/** The same ordinary life, and in it what Sotto really wrote; their programme speaks English, and so do they. */
export function participantBoxes(seed: number, people: readonly Participant[], span: Span): readonly Kept[] {
  return people.map(({ id, owner, mails }) => {
    const chance = chanceOf(seed, `participant ${id}`)
    const habits = habitsOf(chance, owner, 'en')
    const about = { id, owner, isParticipant: true }
    return { box: readBox(about, [...ordinaryMails(chance, habits, span), ...mails]), habits }
  })
}

/** Of what is not ours so many of each box: more would only take longer. */
const OTHERS_OF_EACH = 40

export function examplesOf(
  seed: number,
  boxes: readonly Kept[],
): { readonly events: readonly Example[]; readonly mails: readonly Example[] } {
  return {
    events: boxes.flatMap(({ box }) => some(seed, eventExamples(box))),
    mails: boxes.flatMap(({ box }) => some(seed, mailExamples(box))),
  }
}

function some(seed: number, examples: readonly Example[]): readonly Example[] {
  const chance = chanceOf(seed, `some of ${examples[0]?.person}`)
  const others = examples.filter(({ isOurs }) => !isOurs)
  return [...examples.filter(({ isOurs }) => isOurs), ...shuffled(chance, others).slice(0, OTHERS_OF_EACH)]
}

/** The same calendars, had our events been otherwise. */
export function changed(
  boxes: readonly Kept[],
  change: (event: SeenEvent, habits: Habits) => Partial<SeenEvent>,
): readonly Kept[] {
  return boxes.map(({ box, habits }) => ({
    habits,
    box: {
      ...box,
      events: box.events.map((each) => (each.isOurs ? { ...each, ...change(each, habits) } : each)),
    },
  }))
}

/** A title as this person's one-to-ones are called; the same for the same other person. */
export function inOwnStyle(title: string, { owner, styles, domain }: Habits): string {
  const chance = chanceOf(1, `${owner.address} ${title}`)
  const other = somebody(chance, domain)
  return oneOf(chance, styles)(namesOf(owner), namesOf(other))
}
