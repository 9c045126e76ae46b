/** The product's mark: one mask, two moods. */
export function Mark({ className = "" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true" focusable="false">
      <path d="M16 3.5C9 3.5 4.5 6.5 4.5 13.500C4.5 21 10 28.5 16 28.500Z" fill="currentColor" />
      <path
        d="M16 3.5C23 3.5 27.5 6.5 27.5 13.500C27.5 21 22 28.5 16 28.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
      />
      <path
        d="M7.5 13.200C9.2 10.6 12 10.6 13.6 13.200C12 14.4 9.2 14.6 7.5 13.200Z"
        className="fill-paper"
      />
      <path
        d="M18.4 13.200C20 10.6 22.8 10.6 24.5 13.200C22.8 14.6 20 14.4 18.4 13.200Z"
        fill="currentColor"
      />
      <path
        d="M9.5 20.200C11.5 22.6 13.5 23.4 16 23.400V21.400C13.8 21.4 11.8 21 9.5 20.200Z"
        className="fill-paper"
      />
      <path d="M16 21.400C18.2 21.4 20.2 22 22.5 23.800C20.8 20.9 18.6 19.5 16 19.500Z" fill="currentColor" />
    </svg>
  );
}
