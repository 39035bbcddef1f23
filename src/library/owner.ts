/** The one project of a library, the team behind it and its only author. */
export const OWNER_ID = 'proj_library';
export const TEAM_ID = 'team_library';
export const AUTHOR_ID = 'user_library';
