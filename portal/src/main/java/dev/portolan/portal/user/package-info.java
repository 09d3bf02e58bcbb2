/** Users, their groups and roles, and who signs in. Owns the tables app_user, user_group, role and sign_in_directory. */
@NullMarked
package dev.portolan.portal.user;

import org.jspecify.annotations.NullMarked;
