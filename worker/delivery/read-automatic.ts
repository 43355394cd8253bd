import type { Header } from 'postal-mime'

/** Whether a machine wrote this: RFC 3834, and what programs put there before it or instead. */
export function isAutomatic(headers: readonly Header[]): boolean {
  return headers.some(({ key, value }) => {
    if (key === 'auto-submitted') return !/^\s*no\b/i.test(value)
    if (key === 'precedence') return /auto[_-]?reply/i.test(value)
    if (key === 'return-path') return value.trim() === '<>'
    if (key === 'content-class' || key === 'x-ms-exchange-message-class')
      return /notification\.?forward/i.test(value)
    return MARKS.has(key)
  })
}

const MARKS: ReadonlySet<string> = new Set([
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-reply',
  'x-mail-autoreply',
  'x-ms-exchange-inbox-rules-loop',
  'x-ms-exchange-generated-message-source',
  'x-vacation',
])
