import type { SuggestedNow } from '../../worker/domain/mail/suggested-now.ts'
import { formatBriefly, formatDay, formatRange } from '../words/moments.ts'
import { wordsFor } from '../words/pages/words.ts'
import type { PageFrame } from './page-frame.ts'
import { PostButton } from './post.tsx'

export type SuggestionShown = {
  readonly says: SuggestedNow
  /** A sentence; null where one press takes it. */
  readonly refusal: string | null
  /** A reason overrides what stands against it. */
  readonly isSoft: boolean
  /** Where it is posted to. */
  readonly action: string
}

/** “Suggests Thu 4 March 2027, 16:00–16:30 · both are free”, or why they are not. */
export function suggestionWords({ says, refusal }: SuggestionShown, frame: PageFrame): string {
  const words = wordsFor(frame).today
  const text = words.suggests[says.kind]
  const said = typeof text === 'string' ? text : text(whenOf(says, frame))
  const verdict = refusal ?? ('time' in says ? words.bothFree : null)
  return verdict === null ? said : `${said} · ${verdict}`
}

type TakeProps = {
  readonly suggestion: SuggestionShown
  readonly frame: PageFrame
  /** In a line of Today: whose it is, and where the press leads back to. */
  readonly line?: { readonly about: string; readonly back: string }
}

/** One press takes it, where nothing stands against it. */
export function TakeSuggestion({ suggestion: { says, refusal, action }, frame, line }: TakeProps) {
  if (refusal !== null) return null
  const text = wordsFor(frame).today.take[says.kind]
  return (
    <PostButton
      action={action}
      hidden={{ ...answerOf(says), ...(line && { back: line.back }) }}
      label={typeof text === 'string' ? text : text(brieflyOf(says, frame))}
      {...(line && { about: line.about, enhance: '#content' })}
    />
  )
}

function whenOf(says: SuggestedNow, frame: PageFrame): string {
  if ('time' in says) return formatRange(says.time, frame)
  return says.kind === 'later' ? formatDay(says.notBefore, frame) : ''
}

/** For the button: the sentence beside it says the whole. */
function brieflyOf(says: SuggestedNow, frame: PageFrame): string {
  return 'time' in says ? formatBriefly(says.time.start, frame) : whenOf(says, frame)
}

/** What the page of the mail reads: the answer as it was shown, so that the press does what it says. */
function answerOf(says: SuggestedNow): Readonly<Record<string, string>> {
  switch (says.kind) {
    case 'time':
      return { answer: 'at', start: String(says.time.start) }
    case 'option':
      return { answer: says.optionId }
    case 'none':
      return { answer: 'none' }
    case 'later':
      return { answer: 'later', notBefore: String(says.notBefore) }
  }
}
