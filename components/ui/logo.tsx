/** A hedge seen from the side: what supports grows up, what contests hangs down. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg viewBox="0 0 22 20" width={size} height={(size * 20) / 22} aria-hidden="true">
      <path d="M1 10.5h20" stroke="currentColor" />
      <path d="M2 6h2.4v4H2zM5.8 3h2.4v7H5.8zM9.6 5H12v5H9.6zM13.4 1h2.4v9h-2.4zM17.2 4.5h2.4V10h-2.4z" fill="currentColor" />
      <path
        d="M2.45 11.45h1.5v2.3h-1.5zM6.25 11.45h1.5v4.6h-1.5zM10.05 11.45h1.5v1.6h-1.5zM13.85 11.45h1.5v6.4h-1.5zM17.65 11.45h1.5v3h-1.5z"
        fill="none"
        stroke="currentColor"
        strokeWidth=".9"
      />
    </svg>
  );
}
