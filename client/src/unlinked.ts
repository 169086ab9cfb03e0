/**
 * A message as VS Code shows it in a notification, where words in brackets before an address in parentheses would be a
 * link, and a link may call a command. What a message repeats may come from a workspace, or from the address of a note
 * that a web page made up.
 */
export function unlinked(message: string): string {
  return message.replaceAll("](", "] (");
}
