import type { OwnWords, StandardFormat } from '../../../worker/domain/path/format.ts'

/** `next` is a suggested commitment. */
export type StandardWords = OwnWords & { readonly next: string }

/** The words of the standard formats: for mentor, manager and executive, never in an outward text. */
export const formatWordsEn: Readonly<Record<StandardFormat, StandardWords>> = {
  'read-with-me': {
    name: 'Read with me',
    prompts: [
      'Which thread would you have wanted to know about a week earlier?',
      'Who in it would you like to answer?',
    ],
    avoid: 'How seldom anybody has looked so far.',
    next: 'Read one thread a week',
  },
  'one-question': {
    name: 'One question, answered once in public',
    prompts: ['What were you asked three times this month?', 'Where would everybody have seen one answer?'],
    avoid: 'Numbers of readers.',
    next: 'Answer one question in public',
  },
  'first-post': {
    name: 'Write the first post together',
    prompts: ['What do you tell everybody one by one at present?', 'What is its first sentence?'],
    avoid: 'Style guides.',
    next: 'Post what was written together',
  },
  'mail-to-thread': {
    name: 'Turn this mail into a thread',
    prompts: ['Which mail of this week had the most people in copy?', 'What in it must stay private?'],
    avoid: 'Who wrote the mail.',
    next: 'Turn one mail into a thread',
  },
  'unfiltered-listening': {
    name: 'Unfiltered listening',
    prompts: ['What have you heard only once, and softly?', 'Whom could you thank for saying it?'],
    avoid: 'Who prepares the papers.',
    next: 'Thank somebody who said it',
  },
  'three-threads': {
    name: 'Three threads you would not be shown',
    prompts: ['Which of the three surprises you?', 'What would change if you answered one?'],
    avoid: 'Why they were not shown.',
    next: 'Answer one of the three',
  },
  'walking-call': {
    name: 'Walking call',
    prompts: ['What did you see today that others should know?', 'In one sentence, what would you write?'],
    avoid: 'Anything that needs a screen.',
    next: 'Tell others what you saw',
  },
  'voice-to-post': {
    name: 'Voice to post',
    prompts: ['Say it as you would to a colleague in the lift.', 'May I write it down as you said it?'],
    avoid: 'Corrections while it is being said.',
    next: 'Post what was said',
  },
}
