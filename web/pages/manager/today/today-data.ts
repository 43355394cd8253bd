import type { OfferId } from '../../../../worker/domain/ids.ts'
import type { SeenFields } from '../../../../worker/domain/people/fields.ts'
import type { CorrectedField } from '../../../../worker/domain/record/request.ts'
import type { OutcomeResult } from '../../../../worker/domain/session/outcome.ts'
import type { Day, Instant, Interval, Zone } from '../../../../worker/domain/time/time.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import type { Pages } from '../../../parts/pages.tsx'
import type { SuggestionShown } from '../../../parts/suggestion.tsx'
import type { PageWords } from '../../../words/pages/en.ts'

export type TodayKind = keyof PageWords['today']['kinds']

/** Somebody to write to, from her own mail program. */
export type Writing = { readonly href: string; readonly to: string }

/** A time, with the zone in which the executive is then. */
export type TimeAbroad = Interval & { readonly zone: Zone }

/** The one thing to do. `open` leads to a page and `mail` to her own mail program; the others are done in the line. */
export type TodayAction =
  | { readonly kind: 'open'; readonly href: string }
  | ({ readonly kind: 'mail' } & Writing)
  | {
      readonly kind: 'decide'
      readonly refuse: string
      readonly time: Interval
      readonly verdict: 'free' | 'soft' | 'hard'
    }
  | {
      readonly kind: 'offer'
      readonly id: OfferId
      /** In the order in which they begin. */
      readonly times: readonly TimeAbroad[]
      readonly others: string
    }
  | {
      readonly kind: 'remind'
      readonly to: string
      /** All lines about which the same person is asked: they make one mail. */
      readonly keys: readonly string[]
      /** What is still held. */
      readonly times: readonly TimeAbroad[]
    }
  | {
      readonly kind: 'answer'
      readonly read: string
      /** Null: nobody can be answered. */
      readonly reply: Writing | null
      /** While times are on offer: where a day is posted to after which to ask again. */
      readonly askAfter: string | null
      /** Where other times are offered; null: there is a date. */
      readonly others: string | null
    }
  /** Called off, with new times; or somebody else takes it. */
  | { readonly kind: 'replace'; readonly substitute: string }
  /** To write to, or to enter the hours for. */
  | ({ readonly kind: 'write'; readonly hours: string } & Writing)
  | { readonly kind: 'log'; readonly whole: string }
  | { readonly kind: 'settle'; readonly write: Writing | null }
  /** What somebody asks about his own record: taken over, seen to on his page, or refused with a word. */
  | {
      readonly kind: 'request'
      readonly takesOver: boolean
      /** Where it is seen to: his page, or the one that says what an erasure does. Null: he has left, and has none. */
      readonly see: string | null
      readonly isErasure: boolean
      /** When it was made: it is answered as it was read. */
      readonly readAt: Instant
    }
  /** A link to meet under, of the mentor's list or another; `others`: where any other place is chosen. */
  | { readonly kind: 'place'; readonly action: string; readonly others: string }
  | { readonly kind: 'post'; readonly action: string; readonly hidden: Readonly<Record<string, string>> }

export type TodayItem = {
  readonly kind: TodayKind
  /** The executive, or the person the line is about. */
  readonly who: string
  readonly mentor: string | null
  /** What the mentor logged, where he asks her to look. */
  readonly logged: { readonly result: OutcomeResult; readonly agreed: string | null } | null
  /** The time in question, if any. */
  readonly time: Interval | null
  readonly since: Instant
  /** What a mail suggests, and what the judge says against it. */
  readonly suggestion: SuggestionShown | null
  /** How many mails the line stands for; null: it is one thing. */
  readonly count: number | null
  /** Who reports to whom, or what covers the date. */
  readonly because: string | null
  /** What the clock could not do about it, and when it tries again. */
  readonly putOff: { readonly reason: string; readonly until: Instant } | null
  /** Why a letter could not be delivered, as a code. */
  readonly failure: string | null
  /** When Sotto acts by itself, if nobody else does. */
  readonly actsAt: Instant | null
  /** What stands against what the line is about, and the words that came with it. */
  readonly said: { readonly refusal: string | null; readonly words: string | null } | null
  /** What somebody wants to have corrected, beside what is; null: the line is about something else. */
  readonly correction: {
    readonly field: CorrectedField
    readonly now: string | null
    readonly wanted: string
    /** Of an address: whether the one he has now stays one of his. Null: it is no address. */
    readonly keepsOld: boolean | null
  } | null
  readonly href: string
  readonly action: TodayAction
  /** Names the line when it is put off. */
  readonly key: string
  /** Whether it can be settled for good. */
  readonly settles: boolean
  /** Whether one press does what it proposes, so that several can be done together. */
  readonly inOnePress: boolean
}

export const TODAY_ITEM_FIELDS: SeenFields<TodayItem> = {
  kind: 'neutral',
  who: 'neutral',
  mentor: { sight: 'mentor-name', instead: null },
  logged: { sight: 'commitment', instead: null },
  time: { sight: 'time', instead: null },
  since: 'neutral',
  suggestion: { sight: 'time', instead: null },
  count: 'neutral',
  because: { sight: 'mentor-name', instead: null },
  putOff: 'neutral',
  failure: 'neutral',
  actsAt: 'neutral',
  said: { sight: 'answers', instead: null },
  correction: 'neutral',
  href: 'neutral',
  action: 'neutral',
  key: 'neutral',
  settles: 'neutral',
  inOnePress: 'neutral',
}

/** Most urgent first. */
export type TodayData = {
  readonly frame: PageFrame
  readonly items: readonly TodayItem[]
  /** The kinds of which not all lines are shown. */
  readonly more: readonly { readonly kind: TodayKind; readonly count: number }[]
  /** Where one kind alone is shown: which, and which of its lines. */
  readonly only: { readonly kind: TodayKind; readonly pages: Pages | null } | null
  /** What is put off, and until when. */
  readonly asleep: readonly (TodayItem & { readonly until: Instant })[]
  readonly later: LaterDays
  /** Why nothing stands here: all is arranged, nobody is paired, or the programme is closed. */
  readonly isEmptyBecause: 'arranged' | 'nobody-paired' | 'closed'
}

/** The days that are offered for putting a line off. */
export type LaterDays = { readonly tomorrow: Day; readonly monday: Day; readonly day: Day }
