import "react";

declare module "react" {
  /** Custom properties carry data into the style sheets: a lane's tile, a note's hue, a row. */
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
