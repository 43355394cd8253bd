/** One line without the message, which may hold bound values. */
export function logError(door: string, error: unknown, extra: Readonly<Record<string, unknown>>): void {
  console.error(JSON.stringify({ door, error: error instanceof Error ? error.name : 'unknown', ...extra }))
}
