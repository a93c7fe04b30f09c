package io.hotcopy.dsl;

import java.util.LinkedHashMap;
import java.util.Map;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ModuleNode;

/** Finds what a text has besides statements, which only programs have: imports, classes, methods, a package. */
final class ProgramParts {

    private ProgramParts() {}

    /** The nodes with what they are, in words. */
    static Map<ASTNode, String> of(ModuleNode module) {
        Map<ASTNode, String> parts = new LinkedHashMap<>();
        if (module.getPackage() != null) {
            parts.put(module.getPackage(), "`package`");
        }
        module.getImports().forEach(node -> parts.put(node, "`import`"));
        module.getStarImports().forEach(node -> parts.put(node, "`import`"));
        module.getStaticImports().values().forEach(node -> parts.put(node, "`import`"));
        module.getStaticStarImports().values().forEach(node -> parts.put(node, "`import`"));
        module.getClasses().stream().filter(ProgramParts::isWritten).forEach(node -> parts.put(node, "a class"));
        module.getMethods().forEach(node -> parts.put(node, "a method"));
        return parts;
    }

    /** The parser makes a class of its own for the statements. */
    private static boolean isWritten(ClassNode node) {
        return !node.isScript() && node.getOuterClass() == null;
    }
}
