import type { Child } from 'hono/jsx'

import type { PageFrame } from '../../../parts/page-frame.ts'
import { FIRST_STEPS, paths } from '../../paths.ts'
import type { FirstStepsData } from './first-steps-data.ts'

export type StepProps = {
  readonly frame: PageFrame
  readonly data: FirstStepsData
  /** One deed is the next one. */
  readonly tone: 'primary' | 'quiet'
}

/** Where the deed of each step leads back to. */
export const BACK = `${paths.today}#${FIRST_STEPS}`

/** Several forms stand on this page: an id of its own for each control. */
export function Labelled({
  id,
  label,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly children: Child
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
    </div>
  )
}
