import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

import { dayInUtc } from '../../worker/domain/programme/close.ts'
import { formatDay } from '../words/moments.ts'
import { wordsFor } from '../words/pages/words.ts'
import { ErrorSummary } from './error-summary.tsx'
import { Foot } from './foot.tsx'
import type { FieldError } from './form.ts'
import { Letterhead } from './letterhead.tsx'
import { NoticeLine } from './notice-line.tsx'
import type { Closed, PageFrame } from './page-frame.ts'

type FrameProps = {
  readonly frame: PageFrame
  readonly title: string
  /** `sheet` is the narrow page opened from a mail; `wide` is for work. */
  readonly shape?: 'sheet' | 'wide'
  readonly script?: 'calendar' | 'forms' | 'inPlace' | 'wayBack' | 'busy'
  readonly errors?: readonly FieldError[]
  /** `form`: a page of several forms says them where the one stands that was sent. */
  readonly errorsAt?: 'top' | 'form'
  readonly letterhead?: string
  /** In a closed programme a page whose controls only choose what is shown keeps them. */
  readonly isOnlyRead?: boolean
  readonly children: Child
}

export function Frame({
  frame,
  title,
  shape = 'wide',
  script,
  errors = [],
  errorsAt = 'top',
  letterhead,
  isOnlyRead = false,
  children,
}: FrameProps) {
  const words = wordsFor(frame).frame
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={frame.locale}>
        <Head frame={frame} title={errors.length > 0 ? `${words.errors}: ${title}` : title} script={script} />
        <body class={shape}>
          <a class="skip" href="#content">
            {words.skip}
          </a>
          <Letterhead frame={frame} name={letterhead ?? null} />
          <main id="content" tabindex={-1}>
            {frame.notice ? <NoticeLine notice={frame.notice} /> : null}
            <div class="page">
              <ErrorSummary title={words.errors} errors={errorsAt === 'top' ? errors : []} />
              {frame.closed ? (
                <ReadOnly closed={frame.closed} frame={frame} isOnlyRead={isOnlyRead}>
                  {children}
                </ReadOnly>
              ) : (
                children
              )}
            </div>
          </main>
          {frame.nav ? <Foot frame={frame} nav={frame.nav} /> : null}
        </body>
      </html>
    </>
  )
}

type HeadProps = {
  readonly frame: PageFrame
  readonly title: string
  readonly script: 'calendar' | 'forms' | 'inPlace' | 'wayBack' | 'busy' | undefined
}

function Head({ frame, title, script }: HeadProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>{`${title} · Sotto`}</title>
      <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={frame.assets.styles} />
      {script ? <script type="module" src={frame.assets[script]} /> : null}
      {frame.nav?.isSearched ? <script type="module" src={frame.assets.searchKey} /> : null}
    </head>
  )
}

type ReadOnlyProps = {
  readonly closed: Closed
  readonly frame: PageFrame
  readonly isOnlyRead: boolean
  readonly children: Child
}

/** A disabled fieldset disables every control in it, with or without script. */
function ReadOnly({ closed: { at, purgeOn }, frame, isOnlyRead, children }: ReadOnlyProps) {
  const words = wordsFor(frame).closing
  const day = purgeOn === null ? '' : formatDay(purgeOn, frame)
  const isForgotten = purgeOn !== null && purgeOn <= dayInUtc(frame.now)
  const sentence = isForgotten ? words.isForgotten : words.isClosed
  return (
    <>
      <p class="notice done" role="status">
        {at === null ? words.isClosing : sentence(formatDay(at, frame), day)}
      </p>
      {isOnlyRead ? (
        children
      ) : (
        <fieldset class="read-only" disabled>
          {children}
        </fieldset>
      )}
    </>
  )
}
