import type { OwnRecord } from '../../../worker/domain/record/record.ts'
import type { FormState } from '../../parts/form.ts'
import type { PageFrame } from '../../parts/page-frame.ts'

/** By which door somebody reads his own record. */
export type RecordDoor = {
  readonly action: string
  /** A link's token; empty behind a sign-in. */
  readonly hidden: Readonly<Record<string, string>>
  readonly fileHref: (as: 'json' | 'html' | 'head') => string
  readonly earlierHref: string | null
  /** The page with every seal computed again; null: it is that page. */
  readonly sealsHref: string | null
  readonly backHref: string
  /** The link or the sign-in by which he reads it: ending it ends this page too. */
  readonly usedKey: string | null
  /** Where he changes his own hours, and the calendar that is read; null: he asks for it. */
  readonly hoursHref: string | null
  readonly calendarsHref: string | null
}

export type RecordData = {
  readonly frame: PageFrame
  readonly record: OwnRecord
  /** Null: it is a file, with nothing to press. */
  readonly door: RecordDoor | null
  readonly form: FormState
}
