package dev.portolan.crash;

import dev.portolan.migration.Plan;
import dev.portolan.migration.Run;
import dev.portolan.upgrade.order.UndoOrders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The plans and points of the product as its compiled code names them.
 *
 * @param plans the steps of each plan, in the order of the code
 * @param points those that steps name themselves
 */
record ProductPoints(Map<String, List<String>> plans, Set<String> points) {
    private static final String PLAN = Plan.class.getName().replace('.', '/');
    private static final String RUN = Run.class.getName().replace('.', '/');

    /** Reads all classes that the module of the plans has. */
    static ProductPoints read() {
        var product = new ProductPoints(new HashMap<>(), new TreeSet<>());
        try {
            var where = Path.of(UndoOrders.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(where)) product.read(where);
            else
                try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + where.toUri()), Map.of())) {
                    product.read(jar.getPath("/"));
                }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        return product;
    }

    private void read(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".class")).toList())
                read(ClassFile.of().parse(Files.readAllBytes(file)));
        }
    }

    private void read(ClassModel type) {
        for (MethodModel method : type.methods())
            method.code().ifPresent(code -> read(type.thisClass().asInternalName(), code));
    }

    private void read(String type, CodeModel code) {
        var texts = new ArrayList<String>();
        @Nullable String last = null;
        for (var element : code) {
            if (element instanceof InvokeInstruction call) {
                if (is(call, RUN, "at")) {
                    if (last == null) throw new AssertionError("a point that is no constant, in " + type);
                    points.add(last);
                }
                if (is(call, PLAN, "<init>")) plan(texts);
            }
            if (element instanceof ConstantInstruction constant && constant.constantValue() instanceof String text)
                texts.add(text);
            if (element instanceof Instruction)
                last = element instanceof ConstantInstruction constant
                                && constant.constantValue() instanceof String text
                        ? text
                        : null;
        }
    }

    private void plan(List<String> texts) {
        plans.put(texts.getFirst(), List.copyOf(texts.subList(1, texts.size())));
        texts.clear();
    }

    private static boolean is(InvokeInstruction call, String type, String method) {
        return call.owner().asInternalName().equals(type)
                && call.name().stringValue().equals(method);
    }
}
