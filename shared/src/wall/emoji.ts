/** The emoji that workshops use most. Each is drawn by our own typefaces too, so that exported walls keep them. */
export const EMOJI: readonly string[] = [
  ...['👍', '👎', '👏', '🙏', '💪', '🤝', '👋', '🙌'],
  ...['🙂', '😀', '😂', '😍', '🤔', '😮', '😢', '😡'],
  ...['❤️', '⭐', '🎉', '🔥', '💡', '🎯', '🚀', '🌱'],
  ...['✅', '❌', '❓', '❗', '⚠️', '➡️', '⬆️', '🔄'],
  ...['📌', '📅', '⏰', '💬', '👥', '🌍', '☀️', '🎨'],
]
