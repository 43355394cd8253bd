import type { Blocker } from './people.ts'

/** A way to spend the half hour: prompts are the mentor's alone. */
export type Format = {
  readonly name: string
  readonly prompts: readonly [string, string]
  /** What the mentor had better not bring up. */
  readonly avoid: string
  /** The blocker it answers first. */
  readonly firstFor: Blocker
}

export const FORMATS: readonly Format[] = [
  {
    name: 'Read with me',
    prompts: [
      'Which thread would you have wanted to know about a week earlier?',
      'Who in it would you like to answer?',
    ],
    avoid: 'How seldom he has looked so far.',
    firstFor: 'booked',
  },
  {
    name: 'One question, answered once in public',
    prompts: ['What were you asked three times this month?', 'Where would everybody have seen one answer?'],
    avoid: 'Numbers of readers.',
    firstFor: 'booked',
  },
  {
    name: 'Write the first post together',
    prompts: ['What do you tell everybody one by one at present?', 'What is its first sentence?'],
    avoid: 'Style guides.',
    firstFor: 'bottleneck',
  },
  {
    name: 'Turn this mail into a thread',
    prompts: ['Which mail of this week had the most people in copy?', 'What in it must stay private?'],
    avoid: 'Who wrote the mail.',
    firstFor: 'bottleneck',
  },
  {
    name: 'Unfiltered listening',
    prompts: ['What have you heard only once, and softly?', 'Whom could you thank for saying it?'],
    avoid: 'Who prepares his papers.',
    firstFor: 'handled',
  },
  {
    name: 'Three threads you would not be shown',
    prompts: ['Which of the three surprises you?', 'What would change if you answered one?'],
    avoid: 'Why they were not shown.',
    firstFor: 'handled',
  },
  {
    name: 'Walking call',
    prompts: ['What did you see today that others should know?', 'In one sentence, what would you write?'],
    avoid: 'Anything that needs a screen.',
    firstFor: 'on-the-go',
  },
  {
    name: 'Voice to post',
    prompts: ['Say it as you would to a colleague in the lift.', 'May I write it down as you said it?'],
    avoid: 'Corrections while he speaks.',
    firstFor: 'on-the-go',
  },
]

/** What to begin with: the formats of somebody's blockers, one after the other as sessions go by. */
export function formatFor(blockers: readonly Blocker[], sessionsBefore: number): Format | null {
  const first = FORMATS.filter(({ firstFor }) => blockers.includes(firstFor))
  return first[sessionsBefore % Math.max(1, first.length)] ?? null
}
